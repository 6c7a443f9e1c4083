package io.keeling.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.keeling.contract.serde.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Reads the schemas as a consumer would: from the jar, with a validator that checks formats. */
public final class SchemaFiles {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private SchemaFiles() {}

  /** A schema of the jar, by its name without extension. */
  public static JsonNode today(String name) {
    return resource("/io/keeling/contract/schemas/" + name + ".schema.json");
  }

  /** A JSON file of the class path. */
  public static JsonNode resource(String path) {
    try (InputStream in = SchemaFiles.class.getResourceAsStream(path)) {
      return Json.MAPPER.readTree(Objects.requireNonNull(in, path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a value; empty if nothing is. */
  public static List<String> problems(JsonNode schema, JsonNode value) {
    return problems(REGISTRY.getSchema(schema), value);
  }

  /** What is wrong with a schema; empty if nothing is. */
  public static List<String> problemsOfSchema(JsonNode schema) {
    String metaschema = SpecificationVersion.DRAFT_2020_12.getDialectId();
    return problems(REGISTRY.getSchema(SchemaLocation.of(metaschema)), schema);
  }

  private static List<String> problems(Schema schema, JsonNode value) {
    return schema
        .validate(
            value,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }
}
