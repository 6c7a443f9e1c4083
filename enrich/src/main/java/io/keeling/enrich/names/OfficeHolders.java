package io.keeling.enrich.names;

import io.keeling.contract.enriched.NameType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Separates an organisation from the person who holds an office in it, where English names both at
 * once: "European Commission President Ursula Lindgren".
 */
final class OfficeHolders {

  /** An office between an organisation and a name. */
  private static final Pattern OFFICE =
      Pattern.compile(
          " (?:Vice |Deputy |Executive |Acting |Former )?"
              + "(?:President|Vice-President|Chancellor|Premier|Commissioner|Minister|Governor"
              + "|Secretary(?:-General| General)?|Director(?:-General| General)?|Chair(?:man|woman|person)?"
              + "|CEO|Chief Executive|Spokes(?:man|woman|person)|Speaker|Ambassador|Envoy|Chief"
              + "|Administrator|Prosecutor|Head|Leader)(?= \\p{Lu})");

  /** A word of a person's name, of bounded length. */
  private static final String WORD = "\\p{Lu}[\\p{L}.'’-]{1,30}";

  private static final Pattern PERSON = Pattern.compile(WORD + "(?: " + WORD + "){0,3}");

  /** The longest name of an organisation before an office, in UTF-16 code units. */
  private static final int LONGEST_BODY = 61;

  /** Last words of organisations that are named after a person: "President Hart Library". */
  private static final Pattern OF_A_BODY =
      Pattern.compile(
          "(?:Foundation|Cent(?:er|re)|Library|School|Airport|Hospital|Institute|University"
              + "|College|Museum|Awards?|Prize|Bridge|Park|Office|Council|Committee|Department"
              + "|Fund|Trust|Inc|Ltd)\\.?$");

  private OfficeHolders() {}

  /**
   * The names in their order. A name that holds both an organisation and its office holder is split
   * into the two.
   */
  static List<LocatedName> apart(String text, List<LocatedName> names) {
    List<LocatedName> result = new ArrayList<>(names.size());
    for (LocatedName name : names) {
      Matcher office = OFFICE.matcher(text).region(name.start(), name.end());
      boolean apart = false;
      while (name.type() == NameType.ORGANIZATION && !apart && office.find()) {
        int person = office.end() + 1;
        apart = isBody(text, name.start(), office.start()) && isPerson(text, person, name.end());
        if (apart) {
          result.add(new LocatedName(name.start(), office.start(), NameType.ORGANIZATION));
          result.add(new LocatedName(person, name.end(), NameType.PERSON));
        }
      }
      if (!apart) {
        result.add(name);
      }
    }
    return result;
  }

  private static boolean isBody(String text, int start, int end) {
    return end - start > 1
        && end - start <= LONGEST_BODY
        && Character.isUpperCase(text.codePointAt(start));
  }

  private static boolean isPerson(String text, int start, int end) {
    return PERSON.matcher(text).region(start, end).matches()
        && !OF_A_BODY.matcher(text.substring(start, end)).find();
  }
}
