/**
 * Tracing with OpenTelemetry. Only this package uses its classes, and they are loaded only if
 * tracing is on.
 */
@NullMarked
package io.keeling.app.telemetry;

import org.jspecify.annotations.NullMarked;
