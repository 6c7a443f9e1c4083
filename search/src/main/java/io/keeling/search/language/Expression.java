package io.keeling.search.language;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query as it was understood. Immutable and safe to share between threads. An index makes of it
 * what it needs; nothing here depends on any.
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
   * A word as somebody wrote it: one, or several that hyphens or signs hold together.
   *
   * @param scope where it is looked for
   * @param text the word, with at least one letter or digit
   * @param at where it begins in the query, in UTF-16 code units from 0
   */
  record Word(TextScope scope, String text, int at) implements Condition {}

  /**
   * Every word that begins so.
   *
   * @param text the beginning, two letters or digits at least
   */
  record Prefix(TextScope scope, String text) implements Condition {}

  /**
   * Words that follow one another.
   *
   * @param slop by how many places they may be apart, or turned round; 0 for an exact phrase
   */
  record Phrase(TextScope scope, String text, int slop) implements Condition {}

  /**
   * A value that an article has.
   *
   * @param value in the form that articles have it in: an id, a code, a domain
   */
  record Value(ValueField field, String value) implements Condition {}

  /**
   * The span of time that an article is sorted at.
   *
   * @param from its beginning, inclusive; none for every one before {@code to}
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

  /** What all of them find; two at least. */
  record And(List<Expression> parts) implements Expression {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** What any of them finds; two at least. */
  record Or(List<Expression> parts) implements Expression {
    public Or {
      parts = List.copyOf(parts);
    }
  }
}
