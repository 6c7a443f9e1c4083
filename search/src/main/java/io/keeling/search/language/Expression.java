package io.keeling.search.language;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed query. Immutable and safe to share between threads. Independent of any index; each
 * translates it for itself.
 */
public sealed interface Expression {

  /** The expressions that it combines; none for a single condition. */
  List<Expression> parts();

  /** An expression that combines no others. */
  sealed interface Condition extends Expression {
    @Override
    default List<Expression> parts() {
      return List.of();
    }
  }

  /**
   * A word as typed: a single one, or several joined by hyphens or other signs.
   *
   * @param scope where it is searched for
   * @param text the word, with at least one letter or digit
   * @param at where it begins in the query, in UTF-16 code units from 0
   */
  record Word(TextScope scope, String text, int at) implements Condition {}

  /**
   * Every word with a prefix.
   *
   * @param text the prefix, at least two letters or digits
   */
  record Prefix(TextScope scope, String text) implements Condition {}

  /**
   * Words that follow one another.
   *
   * @param slop how many places they may be apart or out of order; 0 for an exact phrase
   */
  record Phrase(TextScope scope, String text, int slop) implements Condition {}

  /**
   * A value that an article has.
   *
   * @param value as articles have it: an id, a code, a domain
   */
  record Value(ValueField field, String value) implements Condition {}

  /**
   * A span of time in which the article's moment in the order must lie.
   *
   * @param from its beginning, inclusive; null for everything before {@code to}
   * @param to its end, exclusive
   */
  record Dated(@Nullable Instant from, @Nullable Instant to) implements Condition {}

  /** Everything that an expression does not find. */
  record Not(Expression operand) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(operand);
    }
  }

  /** What all of its parts find; there are at least two. */
  record And(List<Expression> parts) implements Expression {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** What any of its parts finds; there are at least two. */
  record Or(List<Expression> parts) implements Expression {
    public Or {
      parts = List.copyOf(parts);
    }
  }
}
