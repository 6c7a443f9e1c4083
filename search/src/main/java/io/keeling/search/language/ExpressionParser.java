package io.keeling.search.language;

import io.keeling.contract.text.PlainText;
import io.keeling.search.language.Expression.And;
import io.keeling.search.language.Expression.Dated;
import io.keeling.search.language.Expression.Not;
import io.keeling.search.language.Expression.Or;
import io.keeling.search.language.Expression.Phrase;
import io.keeling.search.language.Expression.Prefix;
import io.keeling.search.language.Expression.Value;
import io.keeling.search.language.Expression.Word;
import io.keeling.search.language.QueryToken.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads queries: words, {@code "phrases"}, {@code "words near"~5}, {@code wind*}, {@code -not},
 * {@code or}, parentheses, and fields such as {@code topic:}. It reports what it does not
 * understand, with its position, and ignores nothing. Immutable and safe to share between threads.
 *
 * <p>{@code after:2026-11} begins on the first of November, {@code before:2026-12} ends on the last
 * of November, so that both together are that month. Days are in UTC.
 */
public final class ExpressionParser {

  /** Longest query, in UTF-16 code units. */
  public static final int LONGEST = 400;

  /**
   * Maximum number of words, phrases and values in a query. Nobody types more, and a query of this
   * size is answered in time.
   */
  private static final int MOST_TERMS = 40;

  /** Maximum depth of parentheses and other nesting: more than anyone types. */
  private static final int DEEPEST = 10;

  /** How much of a word a message quotes: enough to recognise it. */
  private static final int LONGEST_QUOTED = 41;

  private final Vocabulary vocabulary;

  public ExpressionParser(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Reads a query, which must not be blank. */
  public ParsedExpression parse(String query) {
    if (query.isBlank()) {
      throw new IllegalArgumentException("the query is blank");
    }
    try {
      if (query.length() > LONGEST) {
        throw new NotUnderstoodException(LONGEST, "too-long", Map.of("most", LONGEST));
      }
      Reading reading = new Reading(new Lexer(query).tokens());
      return new ParsedExpression.Valid(reading.whole());
    } catch (NotUnderstoodException e) {
      return e.invalid();
    }
  }

  /** The state while one query is read. */
  private final class Reading {

    private final List<QueryToken> tokens;
    private int next;
    private int terms;
    private int depth;

    Reading(List<QueryToken> tokens) {
      this.tokens = tokens;
    }

    Expression whole() throws NotUnderstoodException {
      Expression result = any(null);
      if (!peek().is(Kind.END)) {
        throw new NotUnderstoodException(peek().at(), "not-opened");
      }
      return result;
    }

    private Expression any(@Nullable QueryToken field) throws NotUnderstoodException {
      List<Expression> operands = new ArrayList<>(List.of(all(field)));
      while (peek().is(Kind.OR)) {
        next++;
        operands.add(all(field));
      }
      return operands.size() == 1 ? operands.get(0) : new Or(operands);
    }

    private Expression all(@Nullable QueryToken field) throws NotUnderstoodException {
      List<Expression> operands = new ArrayList<>();
      while (!peek().is(Kind.END) && !peek().is(Kind.CLOSE) && !peek().is(Kind.OR)) {
        operands.add(one(field));
      }
      if (operands.isEmpty()) {
        throw missing(peek());
      }
      return operands.size() == 1 ? operands.get(0) : new And(operands);
    }

    private NotUnderstoodException missing(QueryToken found) {
      QueryToken before = next == 0 ? found : tokens.get(next - 1);
      if (found.is(Kind.OR) || before.is(Kind.OR)) {
        QueryToken or = found.is(Kind.OR) ? found : before;
        return new NotUnderstoodException(or.at(), "or", Map.of("or", or.text()));
      }
      return new NotUnderstoodException(
          found.at(), found.is(Kind.CLOSE) ? "empty-parenthesis" : "end");
    }

    private Expression one(@Nullable QueryToken field) throws NotUnderstoodException {
      QueryToken token = tokens.get(next++);
      return switch (token.kind()) {
        case NOT -> {
          enter(token);
          if (peek().is(Kind.NOT)) {
            throw new NotUnderstoodException(peek().at(), "two-dashes");
          }
          requireOperand(token, "after-dash");
          Expression operand = one(field);
          depth--;
          yield new Not(operand);
        }
        case OPEN -> {
          enter(token);
          Expression inner = any(field);
          if (!peek().is(Kind.CLOSE)) {
            throw new NotUnderstoodException(token.at(), "not-closed");
          }
          next++;
          depth--;
          yield inner;
        }
        case FIELD -> {
          if (field != null) {
            throw new NotUnderstoodException(
                token.at(), "field-inside", Map.of("field", field.text()));
          }
          enter(token);
          FieldName.require(token);
          requireOperand(token, "after-field");
          Expression value = one(token);
          depth--;
          yield value;
        }
        default -> term(token, field);
      };
    }

    private void requireOperand(QueryToken token, String key) throws NotUnderstoodException {
      if (peek().is(Kind.END) || peek().is(Kind.CLOSE) || peek().is(Kind.OR)) {
        throw new NotUnderstoodException(token.at(), key, Map.of("field", token.text()));
      }
    }

    private void enter(QueryToken token) throws NotUnderstoodException {
      if (++depth > DEEPEST) {
        throw new NotUnderstoodException(token.at(), "too-deep");
      }
    }

    private Expression term(QueryToken token, @Nullable QueryToken field)
        throws NotUnderstoodException {
      if (++terms > MOST_TERMS) {
        throw new NotUnderstoodException(token.at(), "too-many", Map.of("most", MOST_TERMS));
      }
      FieldName name = field == null ? null : FieldName.require(field);
      TextScope scope = name == null ? TextScope.ALL : name.scope();
      if (scope != null) {
        return switch (token.kind()) {
          case PREFIX -> new Prefix(scope, token.text());
          case PHRASE -> new Phrase(scope, token.text(), token.slop());
          default -> new Word(scope, token.text(), token.at());
        };
      }
      return value(Objects.requireNonNull(name), token);
    }

    private Expression value(FieldName name, QueryToken token) throws NotUnderstoodException {
      if (token.is(Kind.PREFIX)) {
        throw new NotUnderstoodException(token.at(), "no-star", Map.of("field", name.key()));
      }
      if (name == FieldName.BEFORE || name == FieldName.AFTER) {
        Instant moment =
            DateSpan.start(token.text())
                .orElseThrow(
                    () ->
                        new NotUnderstoodException(
                            token.at(), "date", Map.of("field", name.key())));
        return name == FieldName.BEFORE ? new Dated(null, moment) : new Dated(moment, null);
      }
      ValueField field = Objects.requireNonNull(name.value());
      return new Value(
          field,
          vocabulary
              .find(field, token.text())
              .orElseThrow(
                  () ->
                      new NotUnderstoodException(
                          token.at(),
                          FieldName.NO_VALUE,
                          Map.of(
                              "field",
                              name.key(),
                              "text",
                              PlainText.line(token.text(), LONGEST_QUOTED)))));
    }

    private QueryToken peek() {
      return tokens.get(next);
    }
  }
}
