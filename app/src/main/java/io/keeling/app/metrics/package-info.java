/** Metrics that every process has, and the format in which all are shown. */
@NullMarked
package io.keeling.app.metrics;

import org.jspecify.annotations.NullMarked;
