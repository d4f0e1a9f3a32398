package dev.leadline.causes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReleasesTest {

  @Test
  void versionsAreReadAsInterpretersSayThem() {
    assertThat(Release.parse("3.12.1")).contains(new Release(3, 12, 1));
    assertThat(Release.parse("3.15.0rc1")).contains(Release.of(15));
    assertThat(Release.parse("3.13.0+")).contains(Release.of(13));
    assertThat(Release.parse("nonsense")).isEmpty();
  }

  @Test
  void aChangePartsThoseBeforeItFromThoseSinceIt() {
    Releases releases = new Releases(Release.of(12, 1), Release.of(13), true);

    assertThat(releases.partedBy(Release.of(12, 6))).isTrue();
    assertThat(releases.partedBy(Release.of(13))).isTrue();
    assertThat(releases.partedBy(Release.of(12, 1))).isFalse();
    assertThat(releases.partedBy(Release.of(14))).isFalse();
    assertThat(releases.partedBy(Release.of(10))).isFalse();
  }
}
