/** OpenTelemetry: the only package that knows of it, loaded only where it is switched on. */
@NullMarked
package io.keeling.app.telemetry;

import org.jspecify.annotations.NullMarked;
