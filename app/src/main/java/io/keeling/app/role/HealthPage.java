package io.keeling.app.role;

import java.util.function.Supplier;

/**
 * A page that a role serves in addition to its health.
 *
 * @param contentType media type with its charset
 * @param body returns the current content
 */
public record HealthPage(String contentType, Supplier<String> body) {}
