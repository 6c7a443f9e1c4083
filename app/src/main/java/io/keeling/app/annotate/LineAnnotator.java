package io.keeling.app.annotate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.app.batch.WithinDeadline;
import io.keeling.app.terminal.Printable;
import io.keeling.contract.serde.Json;
import io.keeling.enrich.annotator.Annotation;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.reader.language.LanguageFinder;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.deadline.TookTooLongException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tags the {@code text} of a JSON object and adds the tags to the object. Threads may share it. */
public final class LineAnnotator {

  private static final String NO_TEXT = "needs a \"text\"";
  private static final String NOT_JSON =
      "not JSON; every article is an object on a line of its own";
  private static final String NO_OBJECT =
      "not an object; every article is an object on a line of its own";

  private final WithinDeadline<Annotator> tagging;

  /** Creates an annotator of lines, each within a deadline. All threads share the resources. */
  public LineAnnotator(AnnotatorResources resources, RecordDeadline deadline) {
    this.tagging = new WithinDeadline<>(deadline, () -> new Annotator(resources));
  }

  /** The language and tags of a line's text. */
  private record Tagged(String language, Annotation annotation) {}

  /**
   * Returns the object with its tags or an {@code error}, as JSON. An object that already has an
   * error is returned unchanged.
   */
  public Answer annotate(long number, String line) {
    try {
      if (Json.MAPPER.readTree(line) instanceof ObjectNode object) {
        String text = text(object);
        if (text == null && object.hasNonNull("error")) {
          return new Answer(Json.MAPPER.writeValueAsString(object), true);
        }
        String problem = text == null ? NO_TEXT : tag(object, text);
        ObjectNode answer = problem == null ? object : object.put("error", problem);
        return new Answer(Json.MAPPER.writeValueAsString(answer), problem == null);
      }
      return error(number, NO_OBJECT);
    } catch (JsonProcessingException e) {
      return error(number, NOT_JSON);
    }
  }

  /**
   * Adds the tags of an object's text to the object. Returns the reason if the text cannot be
   * tagged, otherwise null.
   */
  private @Nullable String tag(ObjectNode object, String text) {
    String title = object.path("title").asText("");
    String declared = declared(object);
    try {
      Tagged tagged =
          tagging.run(
              null,
              annotator -> {
                String language = LanguageFinder.find(text, declared).code();
                return new Tagged(language, annotator.annotate(title, text, language));
              });
      object.put("language", tagged.language());
      object.setAll((ObjectNode) Json.MAPPER.valueToTree(tagged.annotation()));
      return null;
    } catch (TookTooLongException e) {
      return line(e);
    }
  }

  /** Returns the report that explains the tags, or one line of error. */
  public Answer explain(long number, String line) {
    try {
      if (Json.MAPPER.readTree(line) instanceof ObjectNode object) {
        String text = text(object);
        if (text == null) {
          String error = object.path("error").asText("");
          return new Answer(
              "line " + number + ": error: " + (error.isEmpty() ? NO_TEXT : Printable.line(error)),
              !error.isEmpty());
        }
        String id = object.path("id").asText("");
        String title = object.path("title").asText("");
        String declared = declared(object);
        List<String> report =
            tagging.run(
                null,
                annotator -> {
                  String language = LanguageFinder.find(text, declared).code();
                  return new AnnotationReport(annotator, id, title, text, language).lines();
                });
        return new Answer(String.join("\n", report) + "\n", true);
      }
      return unexplained(number, NO_OBJECT);
    } catch (JsonProcessingException e) {
      return unexplained(number, NOT_JSON);
    } catch (TookTooLongException e) {
      return unexplained(number, line(e));
    }
  }

  private static @Nullable String text(ObjectNode object) {
    return object.path("text").textValue();
  }

  private static String declared(ObjectNode object) {
    return object.path("language").asText("");
  }

  private static String line(TookTooLongException e) {
    return e.reason() + ": " + e.getMessage();
  }

  private static Answer error(long number, String message) {
    return new Answer(
        Json.MAPPER.createObjectNode().put("line", number).put("error", message).toString(), false);
  }

  private static Answer unexplained(long number, String message) {
    return new Answer("line " + number + ": error: " + message, false);
  }

  /**
   * The result for a line.
   *
   * @param text what to print for it
   * @param accepted whether the line could be tagged, or already contained an error that explains
   *     the missing text
   */
  public record Answer(String text, boolean accepted) {}
}
