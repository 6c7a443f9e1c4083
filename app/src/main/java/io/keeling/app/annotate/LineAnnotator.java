package io.keeling.app.annotate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.app.terminal.Printable;
import io.keeling.contract.serde.Json;
import io.keeling.enrich.annotator.Annotation;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.models.language.LanguageIdentifier;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tags the {@code text} of a JSON object and writes the tags beside what is there already. Threads
 * may share it.
 */
public final class LineAnnotator {

  private static final String NO_TEXT = "needs a \"text\"";
  private static final String NOT_JSON =
      "not JSON; every article is an object on a line of its own";
  private static final String NO_OBJECT =
      "not an object; every article is an object on a line of its own";
  private static final String UNDETERMINED = "und";

  /** Letters of a code of ISO 639-1. */
  private static final int ISO_639_1 = 2;

  private final ThreadLocal<LanguageIdentifier> languages =
      ThreadLocal.withInitial(LanguageIdentifier::new);
  private final ThreadLocal<Annotator> annotators;

  /**
   * @param resources what the annotators of all threads share
   */
  public LineAnnotator(AnnotatorResources resources) {
    this.annotators = ThreadLocal.withInitial(() -> new Annotator(resources));
  }

  /**
   * The object with its tags, on one line; an object with {@code error} if the line is none or has
   * no text. An object that has an error instead of a text already comes out as it is.
   *
   * @param number of the line, counted from 1
   */
  public Answer annotate(long number, String line) {
    try {
      if (Json.MAPPER.readTree(line) instanceof ObjectNode object) {
        String text = text(object);
        boolean accepted = text != null || object.hasNonNull("error");
        if (text != null) {
          annotate(object, text);
        } else if (!accepted) {
          object.put("error", NO_TEXT);
        }
        return new Answer(Json.MAPPER.writeValueAsString(object), accepted);
      }
      return error(number, NO_OBJECT);
    } catch (JsonProcessingException e) {
      return error(number, NOT_JSON);
    }
  }

  /**
   * The report that tells people how the tags came about; one line of error if there are none.
   *
   * @param number of the line, counted from 1
   */
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
        List<String> report =
            new AnnotationReport(annotators.get(), id, title, text, language(object, text)).lines();
        return new Answer(String.join("\n", report) + "\n", true);
      }
      return unexplained(number, NO_OBJECT);
    } catch (JsonProcessingException e) {
      return unexplained(number, NOT_JSON);
    }
  }

  private void annotate(ObjectNode object, String text) {
    String language = language(object, text);
    object.put("language", language);
    Annotation annotation =
        annotators.get().annotate(object.path("title").asText(""), text, language);
    object.setAll((ObjectNode) Json.MAPPER.valueToTree(annotation));
  }

  private static @Nullable String text(ObjectNode object) {
    return object.path("text").textValue();
  }

  /** The language that is declared, whatever its region ("en-GB"); else that of the text. */
  private String language(ObjectNode object, String text) {
    String declared = object.path("language").asText("").replace('_', '-');
    String code = Locale.forLanguageTag(declared).getLanguage();
    return code.length() == ISO_639_1 || declared.equals(UNDETERMINED)
        ? code.isEmpty() ? UNDETERMINED : code
        : languages.get().identify(text).code();
  }

  private static Answer error(long number, String message) {
    return new Answer(
        Json.MAPPER.createObjectNode().put("line", number).put("error", message).toString(), false);
  }

  private static Answer unexplained(long number, String message) {
    return new Answer("line " + number + ": error: " + message, false);
  }

  /**
   * What comes of a line.
   *
   * @param text what to print for it
   * @param accepted whether it could be tagged, or had an error that tells why there is no text
   */
  public record Answer(String text, boolean accepted) {}
}
