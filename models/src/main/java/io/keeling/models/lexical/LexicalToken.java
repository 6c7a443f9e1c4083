package io.keeling.models.lexical;

import java.util.regex.Pattern;

/**
 * A unit that names are made of. "Rolls-Royce" and "O'Doherty" are one unit.
 *
 * @param start first UTF-16 code unit in the text
 * @param end one past the last UTF-16 code unit
 * @param text the characters of the unit
 * @param opening whether the unit begins a sentence or a quotation, where any word has a capital
 */
record LexicalToken(int start, int end, String text, boolean opening) {

  /** Whether the unit begins with a capital letter. */
  boolean capital() {
    return Character.isUpperCase(text.codePointAt(0));
  }

  /** Whether the unit is the last part of a compound: "-Kommission". */
  boolean tail() {
    return text.length() > 1 && text.charAt(0) == '-';
  }

  boolean word() {
    return Character.isLetterOrDigit(text.codePointAt(0));
  }

  /** Abbreviations that are not names in any language, and Roman numerals. */
  private static final Pattern THING =
      Pattern.compile(
          "[IVXLC]+|Z\\.B\\.|D\\.H\\.|DVD|CD|TV|PC|PDF|VOD|LED|LCD|SMS|WC|DNA|DNS|ADN|ARN|RNA|GPS|USB|AI|IA|KI|IT|CO2"
              + "|SUV|VIP|FAQ|PDF|HTML|URL|API|WLAN|WIFI|OK|HD|FM|AM|PM|ISBN|HIV|AIDS|PCR|CEO|CFO"
              + "|EUR|USD|CHF|GBP|MEZ|MESZ|CET|UTC|GMT|IBAN|BIC|DOI|DIN|ISO|RSS|RTF|SVG|CMS|SEO|DIY"
              + "|ABS|ERP|RFID|BMI|GW|MW|KW|KWH|MWH|GWH|TWH|COVID-19|COVID|SARS|[A-Z]{2}[0-9]{2,4}");

  /** Whether the unit consists of two to six capitals, digits and dots: "ONU", "U.N.", "D66". */
  boolean acronym() {
    if (THING.matcher(text).matches()) {
      return false;
    }
    int capitals = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c)) {
        capitals++;
      } else if (!Character.isDigit(c) && c != '.' && c != '-') {
        return false;
      }
    }
    return capitals >= 2 && capitals <= 6 && capital();
  }

  /** Whether the unit may be a surname: not a Roman numeral or a single letter. */
  boolean surname() {
    return text.length() > 1 && capital() && !THING.matcher(text).matches() && !initial();
  }

  /** Whether the unit is one capital letter and a dot. */
  boolean initial() {
    return text.length() == 2 && text.charAt(1) == '.' && capital();
  }
}
