package io.keeling.reader.decoding;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding that a page names in its header or its first kilobytes, and reads the name as
 * browsers do (WHATWG Encoding Standard, section 4.2: Latin-1 means windows-1252, and so on).
 */
public final class DeclaredCharset {

  /** Bytes searched; browsers search the first 1,024, but some pages need more. */
  private static final int PRESCAN_BYTES = 8_192;

  private static final Pattern HEADER =
      Pattern.compile("charset\\s*=\\s*[\"']?([\\w:.-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern META =
      Pattern.compile(
          "<meta[^>]{0,300}?charset\\s*+=\\s*+(?:[\"']\\s*+)?([\\w:.-]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern XML =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w:.-]+)");

  private static final Map<String, String> BROWSER_NAMES =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "windows-874"),
          Map.entry("tis-620", "windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("mac-cyrillic", "x-MacCyrillic"),
          Map.entry("maclatin2", "x-MacCentralEurope"),
          Map.entry("csibm855", "IBM855"),
          Map.entry("cspc775baltic", "IBM775"),
          Map.entry("ebcdic-cp-be", "IBM500"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("unicode", "UTF-8"));

  private DeclaredCharset() {}

  public static @Nullable Charset inHeader(@Nullable String contentType) {
    return contentType == null ? null : first(HEADER, contentType);
  }

  static @Nullable Charset inMarkup(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, PRESCAN_BYTES), StandardCharsets.ISO_8859_1);
    Charset meta = first(META, start);
    return meta != null ? meta : first(XML, start);
  }

  private static @Nullable Charset first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? named(matcher.group(1)) : null;
  }

  /** Returns the encoding of a name, which may have underscores for hyphens, or null. */
  public static @Nullable Charset named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Charset exact = known(lower);
    return exact != null || lower.indexOf('_') < 0 ? exact : known(lower.replace('_', '-'));
  }

  private static @Nullable Charset known(String name) {
    try {
      return Charset.forName(BROWSER_NAMES.getOrDefault(name, name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }
}
