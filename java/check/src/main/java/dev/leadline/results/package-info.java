/** What came of a check: for people, for build servers, and for the merging of shards. */
package dev.leadline.results;
