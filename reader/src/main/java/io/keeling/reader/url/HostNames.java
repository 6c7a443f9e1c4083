package io.keeling.reader.url;

import com.ibm.icu.text.IDNA;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes the host of an address in its one form. Names are in lower case and ASCII (UTS 46). IPv4
 * addresses are four decimal numbers, whichever way they were written (WHATWG URL, section 3.5).
 * IPv6 addresses are as in RFC 5952. Pauses and address rules therefore apply to a host however it
 * is written. Asks no name server.
 */
final class HostNames {

  private static final int LONGEST = 253;
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
  private static final Pattern OCTAL = Pattern.compile("0[0-7]+");
  private static final long MOST = 0xFFFF_FFFFL;
  private static final IDNA ASCII =
      IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI);

  private HostNames() {}

  /**
   * Returns the canonical form; empty if it is no host.
   *
   * @param raw a name, an IPv4 address, or an IPv6 address in brackets
   */
  static Optional<String> canonical(String raw) {
    if (raw.startsWith("[")) {
      return ipv6(raw);
    }
    String name = raw;
    if (!raw.chars().allMatch(c -> c < 0x80)) {
      if (raw.length() > LONGEST) { // ICU throws from 1,000 characters on
        return Optional.empty();
      }
      IDNA.Info info = new IDNA.Info();
      name = ASCII.nameToASCII(raw, new StringBuilder(), info).toString();
      if (info.hasErrors()) {
        return Optional.empty();
      }
    }
    name = name.toLowerCase(Locale.ROOT);
    while (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    if (NUMBER.matcher(name.substring(name.lastIndexOf('.') + 1)).matches()) {
      return ipv4(name);
    }
    boolean valid = name.length() <= LONGEST && NAME.matcher(name).matches();
    return valid && !name.contains("..") ? Optional.of(name) : Optional.empty();
  }

  /** Reads an IPv4 address of one to four numbers, the last of which fills the remaining bytes. */
  private static Optional<String> ipv4(String name) {
    String[] parts = name.split("\\.", -1);
    if (parts.length > 4) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      long number = number(parts[i]);
      long most = last ? MOST >> (8 * i) : 0xFF;
      if (number < 0 || number > most) {
        return Optional.empty();
      }
      address |= last ? number : number << (8 * (3 - i));
    }
    return Optional.of(
        (address >> 24)
            + "."
            + ((address >> 16) & 0xFF)
            + "."
            + ((address >> 8) & 0xFF)
            + "."
            + (address & 0xFF));
  }

  private static long number(String part) {
    if (!NUMBER.matcher(part).matches() || part.length() > 16) {
      return -1;
    }
    if (part.startsWith("0x")) {
      return part.length() == 2 ? 0 : Long.parseLong(part.substring(2), 16);
    }
    if (part.length() > 1 && part.startsWith("0")) {
      return OCTAL.matcher(part).matches() ? Long.parseLong(part, 8) : -1;
    }
    return Long.parseLong(part);
  }

  private static Optional<String> ipv6(String literal) {
    byte[] address;
    try {
      // In brackets, Java accepts nothing but an IPv6 address, and asks no name server.
      address = InetAddress.getByName(literal).getAddress();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
    // Java returns a mapped address as the IPv4 address inside it, which is what it means.
    return Optional.of(address.length == 4 ? dotted(address) : "[" + groups(address) + "]");
  }

  private static String dotted(byte[] address) {
    return (address[0] & 0xFF)
        + "."
        + (address[1] & 0xFF)
        + "."
        + (address[2] & 0xFF)
        + "."
        + (address[3] & 0xFF);
  }

  /** RFC 5952: no leading zeros, the first longest run of two or more zero groups as "::". */
  private static String groups(byte[] address) {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (address[2 * i] & 0xFF) << 8 | (address[2 * i + 1] & 0xFF);
    }
    int start = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        text.append("::");
        i += length - 1;
        continue;
      }
      if (text.length() > 0 && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
