package io.keeling.desk.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI document of the desk, as a page shows it.
 *
 * @param intro what holds for all operations
 * @param sections all operations, in the order of their tags
 * @param parameters those that several operations take
 * @param failures those that several operations answer with, one for each status
 * @param types the schemas that have names
 */
public record ApiDocument(
    String intro,
    List<Section> sections,
    List<Field> parameters,
    List<Answer> failures,
    List<Schema> types) {

  /** The operation whose parameters are the query that others take as a whole. */
  public static final String LIST = "listArticles";

  /** The operations of a tag, in the order of the document. */
  public record Section(String name, String description, List<Operation> operations) {}

  /**
   * What can be asked at an address.
   *
   * @param id the operation id
   * @param call how it is asked for, by way of example: a line for a shell
   * @param answers what it answers that other operations do not
   * @param failures the statuses of failures that it has in common with others
   */
  public record Operation(
      String id,
      String method,
      String path,
      String summary,
      String description,
      String call,
      Takes takes,
      List<Answer> answers,
      List<String> failures) {}

  /**
   * The parameters of an operation.
   *
   * @param query whether it takes all that the list of articles takes
   * @param shared names of further ones that other operations take, too
   * @param own those that it alone takes
   */
  public record Takes(boolean query, List<String> shared, List<Field> own) {}

  /**
   * A parameter, or a property of a type.
   *
   * @param in path, query or header; empty for a property
   * @param example a value, empty where there is none
   */
  public record Field(
      String name, String in, boolean required, Type type, String description, String example) {}

  /**
   * What is answered.
   *
   * @param status the status of HTTP
   * @param media the media type, empty where there is no body
   * @param sample a body in JSON, by way of example; empty where it is not JSON, or a failure
   */
  public record Answer(
      String status, String description, String media, @Nullable Type type, String sample) {}

  /**
   * The type of a value: words, and behind them perhaps the name of a type of the document.
   *
   * @param name empty where it is all words
   */
  public record Type(String words, String name) {}

  /** A type that has a name. */
  public record Schema(String name, Type type, String description, List<Field> properties) {}

  /**
   * Reads the document.
   *
   * @param yaml the document, of version 3.1
   * @throws IllegalArgumentException if it is none
   */
  public static ApiDocument read(String yaml) {
    try {
      return new DocumentReader(new YAMLMapper().readTree(yaml)).document();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the OpenAPI document cannot be read", e);
    }
  }
}
