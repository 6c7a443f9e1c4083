/** What a tracing system may be told of the work on records. */
@NullMarked
package io.keeling.contract.tracing;

import org.jspecify.annotations.NullMarked;
