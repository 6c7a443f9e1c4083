/** Reports the work on records to a tracing system. */
@NullMarked
package io.keeling.runtime.tracing;

import org.jspecify.annotations.NullMarked;
