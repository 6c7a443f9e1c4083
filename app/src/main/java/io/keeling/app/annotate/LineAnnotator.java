package io.keeling.app.annotate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.serde.Json;
import io.keeling.enrich.annotator.Annotation;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.models.language.LanguageIdentifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tags the {@code text} of a JSON object and writes the tags beside what is there already. Threads
 * may share it.
 */
public final class LineAnnotator {

  private static final String NO_TEXT = "needs a \"text\"";

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
   * no text.
   */
  public String annotate(String line) {
    try {
      if (Json.MAPPER.readTree(line) instanceof ObjectNode object) {
        return Json.MAPPER.writeValueAsString(annotate(object));
      }
      return error(Json.MAPPER.createObjectNode(), "not an object");
    } catch (JsonProcessingException e) {
      return error(Json.MAPPER.createObjectNode(), "not JSON");
    }
  }

  /** The report that tells people how the tags came about; one line of error if there are none. */
  public List<String> explain(String line) {
    try {
      if (Json.MAPPER.readTree(line) instanceof ObjectNode object) {
        String text = text(object);
        if (text == null) {
          return List.of("error: " + NO_TEXT);
        }
        String id = object.path("id").asText("");
        String title = object.path("title").asText("");
        return new AnnotationReport(annotators.get(), id, title, text, language(object, text))
            .lines();
      }
      return List.of("error: not an object");
    } catch (JsonProcessingException e) {
      return List.of("error: not JSON");
    }
  }

  private ObjectNode annotate(ObjectNode object) {
    String text = text(object);
    if (text == null) {
      return object.put("error", NO_TEXT);
    }
    String language = language(object, text);
    object.put("language", language);
    Annotation annotation =
        annotators.get().annotate(object.path("title").asText(""), text, language);
    object.setAll((ObjectNode) Json.MAPPER.valueToTree(annotation));
    return object;
  }

  private static @Nullable String text(ObjectNode object) {
    return object.path("text").textValue();
  }

  private String language(ObjectNode object, String text) {
    String declared = object.path("language").asText("");
    return declared.isEmpty() ? languages.get().identify(text).code() : declared;
  }

  private static String error(ObjectNode object, String message) {
    return object.put("error", message).toString();
  }
}
