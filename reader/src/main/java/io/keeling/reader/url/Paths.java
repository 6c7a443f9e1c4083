package io.keeling.reader.url;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Normalises the path of an address (RFC 3986, section 5.2.4). */
final class Paths {

  /** Session ids that old Java servers put into the path, different for each visitor. */
  private static final Pattern SESSION = Pattern.compile("(?i);(jsessionid|sid)=[^/;]*");

  private Paths() {}

  static String normal(String raw) {
    String path = SESSION.matcher(PercentEncoding.normal(raw)).replaceAll("");
    if (path.isEmpty()) {
      return "/";
    }
    if (!path.contains("/.")) {
      return path;
    }
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      if (segments[i].equals("..")) {
        kept.pollLast();
      } else if (!segments[i].equals(".")) {
        kept.addLast(segments[i]);
        continue;
      }
      if (last) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept);
  }
}
