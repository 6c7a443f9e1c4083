package io.keeling.app.patterns;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Texts that a regular expression almost finds, made from the expression itself: what leads to one
 * of its repeated parts, and then that part over and over. Reads the syntax that our expressions
 * use. Not for sharing between threads.
 */
final class PatternSampler {

  /** From what classes of characters are sampled. */
  private static final List<String> ALPHABET =
      Stream.concat(
              " aA1.-\u0301,/:\u00e9\u00c9\u4e2d\n\t\u00a0_\"'()[]<>&=;|@#+*%?!$^{}\\`~\u2013\u2019\u20ac\u1ea3\u0000"
                  .codePoints()
                  .mapToObj(Character::toString),
              Stream.of("\ud83d\ude00", "b", "z", "B", "Z", "0", "9", "x"))
          .toList();

  /** A part of an expression. */
  private sealed interface Part {

    /** Whether the part with this number is in here. */
    boolean holds(int part);

    /** Appends a text that fits; false when it ends at the part that is pumped. */
    boolean write(StringBuilder text, int pumped);
  }

  private final String regex;
  private final int flags;
  private final Random random;
  private final Part whole;
  private int at;
  private int repeats;

  PatternSampler(Pattern pattern, Random random) {
    this.regex = pattern.pattern();
    this.flags = pattern.flags();
    this.random = random;
    this.whole = alternatives();
  }

  /** How many parts are repeated without bound, or so often that it may be as well. */
  int repeats() {
    return repeats;
  }

  /** A text that fits as a whole, but for what looks around. */
  String sample() {
    StringBuilder text = new StringBuilder();
    whole.write(text, -1);
    return text.toString();
  }

  /** What leads to a repeated part. */
  String upTo(int part) {
    StringBuilder text = new StringBuilder();
    whole.write(text, part);
    return text.toString();
  }

  /** Once what is repeated. */
  String repeated(int part) {
    StringBuilder text = new StringBuilder();
    find(whole, part).body.write(text, -1);
    return text.toString();
  }

  private static Repeat find(Part part, int number) {
    if (part instanceof Repeat repeat) {
      return repeat.number == number ? repeat : find(repeat.body, number);
    }
    List<Part> parts =
        part instanceof Sequence sequence ? sequence.parts : ((Alternatives) part).parts;
    return find(parts.stream().filter(p -> p.holds(number)).findFirst().orElseThrow(), number);
  }

  private final class Letters implements Part {
    private final List<String> choices;

    Letters(List<String> choices) {
      this.choices = choices;
    }

    @Override
    public boolean holds(int part) {
      return false;
    }

    @Override
    public boolean write(StringBuilder text, int pumped) {
      if (!choices.isEmpty()) {
        text.append(choices.get(random.nextInt(choices.size())));
      }
      return true;
    }
  }

  private record Sequence(List<Part> parts) implements Part {

    @Override
    public boolean holds(int part) {
      return parts.stream().anyMatch(p -> p.holds(part));
    }

    @Override
    public boolean write(StringBuilder text, int pumped) {
      return parts.stream().allMatch(p -> p.write(text, pumped));
    }
  }

  private final class Alternatives implements Part {
    private final List<Part> parts;

    Alternatives(List<Part> parts) {
      this.parts = parts;
    }

    @Override
    public boolean holds(int part) {
      return parts.stream().anyMatch(p -> p.holds(part));
    }

    @Override
    public boolean write(StringBuilder text, int pumped) {
      return parts.stream()
          .filter(p -> p.holds(pumped))
          .findFirst()
          .orElseGet(() -> parts.get(random.nextInt(parts.size())))
          .write(text, pumped);
    }
  }

  private final class Repeat implements Part {

    /** More is as good as without bound. */
    private static final int MANY = 10;

    private final Part body;
    private final int least;
    private final int most;
    private final int number;

    Repeat(Part body, int least, int most) {
      this.body = body;
      this.least = least;
      this.most = most;
      this.number = most > MANY ? repeats++ : -1;
    }

    @Override
    public boolean holds(int part) {
      return part >= 0 && (number == part || body.holds(part));
    }

    @Override
    public boolean write(StringBuilder text, int pumped) {
      if (number >= 0 && number == pumped) {
        return false;
      }
      int times = Math.max(least, Math.min(most, random.nextInt(3)));
      for (int i = body.holds(pumped) ? Math.min(0, times - 1) : 0; i < times; i++) {
        if (!body.write(text, pumped)) {
          return false;
        }
      }
      return !body.holds(pumped) || body.write(text, pumped);
    }
  }

  private Part alternatives() {
    List<Part> parts = new ArrayList<>();
    parts.add(sequence());
    while (at < regex.length() && regex.charAt(at) == '|') {
      at++;
      parts.add(sequence());
    }
    return parts.size() == 1 ? parts.get(0) : new Alternatives(parts);
  }

  private Part sequence() {
    List<Part> parts = new ArrayList<>();
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      parts.add(repeated(one()));
    }
    return new Sequence(parts);
  }

  private Part repeated(Part body) {
    int least = 1;
    int most = 1;
    char sign = at < regex.length() ? regex.charAt(at) : 0;
    if (sign == '*' || sign == '+' || sign == '?') {
      at++;
      least = sign == '+' ? 1 : 0;
      most = sign == '?' ? 1 : Integer.MAX_VALUE;
    } else if (sign == '{') {
      int end = regex.indexOf('}', at);
      String[] bounds = regex.substring(at + 1, end).split(",", -1);
      at = end + 1;
      least = Integer.parseInt(bounds[0]);
      String last = bounds[bounds.length - 1];
      most = last.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(last);
    } else {
      return body;
    }
    if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
      at++;
    }
    return new Repeat(body, least, most);
  }

  private Part one() {
    int from = at;
    char sign = regex.charAt(at++);
    switch (sign) {
      case '(':
        return group();
      case '[':
        return letters(ofClass(from));
      case '\\':
        return escaped(from);
      case '.':
        return letters(".");
      case '^', '$':
        return new Letters(List.of());
      default:
        at = from + Character.charCount(regex.codePointAt(from));
        return new Letters(List.of(regex.substring(from, at)));
    }
  }

  private Part group() {
    boolean looks = false;
    if (regex.startsWith("?<=", at) || regex.startsWith("?<!", at)) {
      looks = true;
      at += 3;
    } else if (regex.startsWith("?=", at) || regex.startsWith("?!", at)) {
      looks = true;
      at += 2;
    } else if (regex.startsWith("?<", at)) {
      at = regex.indexOf('>', at) + 1;
    } else if (regex.startsWith("?>", at)) {
      at += 2;
    } else if (regex.startsWith("?", at)) {
      while (regex.charAt(at) != ':' && regex.charAt(at) != ')') {
        at++;
      }
      if (regex.charAt(at) == ')') {
        at++;
        return new Letters(List.of());
      }
      at++;
    }
    int before = repeats;
    Part inside = alternatives();
    at++;
    if (looks) {
      repeats = before;
      return new Letters(List.of());
    }
    return inside;
  }

  private String ofClass(int from) {
    int depth = 1;
    if (regex.charAt(at) == '^') {
      at++;
    }
    if (regex.charAt(at) == ']') {
      at++;
    }
    while (depth > 0) {
      char sign = regex.charAt(at++);
      if (sign == '\\') {
        at++;
      } else if (sign == '[') {
        depth++;
      } else if (sign == ']') {
        depth--;
      }
    }
    return regex.substring(from, at);
  }

  private Part escaped(int from) {
    char kind = regex.charAt(at++);
    if (kind == 'p' || kind == 'P') {
      at = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + 1;
    } else if (kind == 'u') {
      at += 4;
    } else if (kind == 'x') {
      at += 2;
    } else if ("bBAzZG".indexOf(kind) >= 0 || Character.isDigit(kind)) {
      return new Letters(List.of());
    }
    return letters(regex.substring(from, at));
  }

  private Letters letters(String one) {
    Pattern pattern = Pattern.compile(one, flags);
    return new Letters(ALPHABET.stream().filter(c -> pattern.matcher(c).matches()).toList());
  }
}
