package io.keeling.enrich.names;

import io.keeling.contract.enriched.NameType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts an organisation from who holds an office in it, where English names both in one: "European
 * Commission President Ursula Lindgren". Stateless; threads may share it.
 */
final class OfficeHolders {

  private static final String OFFICE =
      "(?:President|Vice-President|Chancellor|Premier|Commissioner|Minister|Governor"
          + "|Secretary(?:-General| General)?|Director(?:-General| General)?|Chair(?:man|woman|person)?"
          + "|CEO|Chief Executive|Spokes(?:man|woman|person)|Speaker|Ambassador|Envoy|Chief"
          + "|Administrator|Prosecutor|Head|Leader)";

  /** A word of a person's name, bounded so that none is read for ever. */
  private static final String WORD = "\\p{Lu}[\\p{L}.'’-]{1,30}";

  private static final Pattern HOLDER =
      Pattern.compile(
          "(\\p{Lu}.{1,60}?) ((?:Vice |Deputy |Executive |Acting |Former )?"
              + OFFICE
              + ") ("
              + WORD
              + "(?: "
              + WORD
              + "){0,3})");

  /** What bodies end in that bear the name of a person: "President Hart Library". */
  private static final Pattern OF_A_BODY =
      Pattern.compile(
          ".*(?:Foundation|Cent(?:er|re)|Library|School|Airport|Hospital|Institute|University"
              + "|College|Museum|Awards?|Prize|Bridge|Park|Office|Council|Committee|Department"
              + "|Fund|Trust|Inc|Ltd)\\.?");

  private OfficeHolders() {}

  /** The names in their order, such organisations as an organisation and a person. */
  static List<LocatedName> apart(String text, List<LocatedName> names) {
    List<LocatedName> result = new ArrayList<>(names.size());
    for (LocatedName name : names) {
      Matcher holder = HOLDER.matcher(text).region(name.start(), name.end());
      if (name.type() == NameType.ORGANIZATION
          && holder.matches()
          && !OF_A_BODY.matcher(holder.group(3)).matches()) {
        result.add(new LocatedName(name.start(), holder.end(1), NameType.ORGANIZATION));
        result.add(new LocatedName(holder.start(3), name.end(), NameType.PERSON));
      } else {
        result.add(name);
      }
    }
    return result;
  }
}
