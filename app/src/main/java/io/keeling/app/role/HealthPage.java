package io.keeling.app.role;

import java.util.function.Supplier;

/**
 * A page that a role serves beside its health.
 *
 * @param contentType what it is, with its charset
 * @param body what it says now
 */
public record HealthPage(String contentType, Supplier<String> body) {}
