package dev.leadline.report.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Takes pages apart, for tests. */
public final class Pages {

  private static final Pattern DATA =
      Pattern.compile("(<script type=\"text/plain\" id=\"data\">)(.*?)(</script>)", Pattern.DOTALL);

  private Pages() {}

  /** The data of a page as JSON. */
  public static String data(String page) throws IOException {
    Matcher data = DATA.matcher(page);
    if (!data.find()) {
      throw new IOException("no data in the page");
    }
    byte[] packed = Base64.getMimeDecoder().decode(data.group(2));
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A page to read: its data as JSON, without its style and its scripts. */
  public static String readable(String page) throws IOException {
    String data = Matcher.quoteReplacement("$1\n" + data(page) + "\n$3").replace("\\$", "$");
    return DATA.matcher(page)
        .replaceFirst(data)
        .replaceFirst("(?s)<style>.*?</style>", "<style></style>")
        .replaceFirst("(?s)<script>.*</script>", "<script></script>")
        .replaceAll("sha256-[^']+", "sha256-");
  }
}
