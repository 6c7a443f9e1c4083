package io.keeling.app.annotate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.serde.Json;
import io.keeling.enrich.annotator.Annotation;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.models.language.LanguageIdentifier;

/**
 * Tags the {@code text} of a JSON object and writes the tags beside what is there already. Threads
 * may share it.
 */
public final class LineAnnotator {

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

  private ObjectNode annotate(ObjectNode object) throws JsonProcessingException {
    JsonNode text = object.get("text");
    if (text == null || !text.isTextual()) {
      return object.put("error", "needs a \"text\"");
    }
    String language = object.path("language").asText("");
    if (language.isEmpty()) {
      language = languages.get().identify(text.textValue()).code();
      object.put("language", language);
    }
    Annotation annotation =
        annotators.get().annotate(object.path("title").asText(""), text.textValue(), language);
    object.setAll((ObjectNode) Json.MAPPER.valueToTree(annotation));
    return object;
  }

  private static String error(ObjectNode object, String message) {
    return object.put("error", message).toString();
  }
}
