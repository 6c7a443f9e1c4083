package io.keeling.enrich.words;

import java.util.Locale;
import java.util.Map;

/**
 * Brings a word into the form that lexicons compare: lower case, with subscript digits as digits.
 * English words are also brought into the singular (after D. Harman, "How effective is suffixing?",
 * 1991, her S stemmer) and get one spelling for -ise and -ize. Verbs are left alone on purpose:
 * "heating" is not "heat". Stateless; threads may share it.
 */
public final class WordForm {

  private static final Map<String, String> IRREGULAR =
      Map.of(
          "gases", "gas",
          "crises", "crisis",
          "buses", "bus",
          "viruses", "virus",
          "wolves", "wolf",
          "losses", "loss",
          "analyses", "analysis",
          "always", "always",
          "taxes", "tax");

  /**
   * Maximum length of a word that is normalized, in UTF-16 code units. Longer strings are not words
   * and are compared as they are.
   */
  private static final int LONGEST = 60;

  private final boolean english;

  private WordForm(boolean english) {
    this.english = english;
  }

  /** The word forms of a language, by its ISO 639-1 code. */
  public static WordForm of(String language) {
    return new WordForm(language.equals("en"));
  }

  String of(String raw, int length) {
    if (length > LONGEST) {
      return raw;
    }
    String form = subscripts(raw).toLowerCase(Locale.ROOT);
    return english ? spelling(singular(form)) : form;
  }

  static String withoutPossessive(String raw) {
    int length = raw.length();
    if (length > 2 && (raw.charAt(length - 1) == 's' || raw.charAt(length - 1) == 'S')) {
      char mark = raw.charAt(length - 2);
      if (mark == '\'' || mark == '\u2019') {
        return raw.substring(0, length - 2);
      }
    }
    return raw;
  }

  private static String subscripts(String raw) {
    String result = raw;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c >= '\u2080' && c <= '\u2089') {
        result = result.replace(c, (char) ('0' + c - '\u2080'));
      }
    }
    return result;
  }

  private static String singular(String form) {
    String irregular = IRREGULAR.get(form);
    if (irregular != null) {
      return irregular;
    }
    int length = form.length();
    if (length <= 3 || form.charAt(length - 1) != 's') {
      return form;
    }
    if (form.endsWith("ies") && length > 4) {
      return form.substring(0, length - 3) + "y";
    }
    if (form.endsWith("sses")
        || form.endsWith("shes")
        || form.endsWith("ches")
        || form.endsWith("xes")) {
      return form.substring(0, length - 2);
    }
    char before = form.charAt(length - 2);
    return before == 's' || before == 'u' || before == 'i' ? form : form.substring(0, length - 1);
  }

  private static String spelling(String form) {
    int at = form.indexOf("is", 3);
    if (at < 0) {
      return form;
    }
    for (String ending : new String[] {"ise", "ised", "ising", "iser", "isation"}) {
      if (form.length() - ending.length() == at && form.endsWith(ending)) {
        return form.substring(0, at) + "iz" + ending.substring(2);
      }
    }
    return form;
  }
}
