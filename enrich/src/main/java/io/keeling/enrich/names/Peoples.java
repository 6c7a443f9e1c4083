package io.keeling.enrich.names;

import io.keeling.contract.enriched.NameType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Recognises peoples, religions and their followers by a list. They are no organisations. */
final class Peoples {

  private static final Set<String> LISTED = read();

  private Peoples() {}

  private static Set<String> read() {
    try (InputStream in = Peoples.class.getResourceAsStream("peoples.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a name found as an organisation is a people, a religion or its followers. */
  static boolean taken(LocatedName name, String text) {
    return name.type() == NameType.ORGANIZATION && listed(text.substring(name.start(), name.end()));
  }

  private static boolean listed(String form) {
    String plain = form.startsWith("the ") || form.startsWith("The ") ? form.substring(4) : form;
    return LISTED.contains(plain)
        || (plain.endsWith("s") && LISTED.contains(plain.substring(0, plain.length() - 1)));
  }
}
