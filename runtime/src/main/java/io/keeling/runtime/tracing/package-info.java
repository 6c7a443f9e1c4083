/** What a tracing system may be told of the work on records. */
@NullMarked
package io.keeling.runtime.tracing;

import org.jspecify.annotations.NullMarked;
