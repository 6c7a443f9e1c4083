package io.keeling.desk.openapi;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Follows references within a document.
 *
 * @param root the document
 */
record References(JsonNode root) {

  private static final String REFERENCE = "$ref";

  /** Whether a node stands for another. */
  static boolean isReference(JsonNode node) {
    return node.has(REFERENCE);
  }

  /** What the node that a node stands for is called. */
  static String name(JsonNode node) {
    String reference = node.get(REFERENCE).asText();
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  /** The node that a node stands for; one that stands for none is given back. */
  JsonNode resolve(JsonNode node) {
    return isReference(node) ? root.at(node.get(REFERENCE).asText().substring(1)) : node;
  }
}
