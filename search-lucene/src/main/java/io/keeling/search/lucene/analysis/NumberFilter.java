package io.keeling.search.lucene.analysis;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Normalizes numbers, and separates them from their units: {@code 1,5°C}, {@code 1.5 C} and {@code
 * 1.5C} become {@code 1.5} and {@code c}, {@code 10,000} becomes {@code 10000}. Letters before
 * digits are not separated, as in {@code COP28}.
 */
final class NumberFilter extends TokenFilter {

  private static final Pattern NUMBER = Pattern.compile("(\\d[\\d.,]*)(\\p{L}.*)?");
  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
  private static final Pattern DOTTED_THOUSANDS = Pattern.compile("\\d{1,3}(?:\\.\\d{3}){2,}");

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);
  private @Nullable String unit;
  private @Nullable State whole;
  private int unitStart;

  NumberFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (unit != null) {
      restoreState(whole);
      term.setEmpty().append(unit);
      position.setPositionIncrement(1);
      offset.setOffset(unitStart, offset.endOffset());
      unit = null;
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    if (term.length() > 0 && Character.isDigit(term.charAt(0))) {
      number();
    }
    return true;
  }

  private void number() {
    Matcher matcher = NUMBER.matcher(term);
    if (!matcher.matches()) {
      return;
    }
    String digits = matcher.group(1);
    String letters = matcher.group(2);
    if (letters != null) {
      int start = offset.startOffset();
      unitStart = Math.min(offset.endOffset(), start + digits.length());
      whole = captureState();
      unit = letters;
      offset.setOffset(start, unitStart);
    }
    term.setEmpty().append(plain(digits));
  }

  private static String plain(String digits) {
    if (THOUSANDS.matcher(digits).matches()) {
      return digits.replace(",", "");
    }
    if (DOTTED_THOUSANDS.matcher(digits).matches()) {
      return digits.replace(".", "");
    }
    return digits.replace(',', '.');
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    unit = null;
    whole = null;
  }
}
