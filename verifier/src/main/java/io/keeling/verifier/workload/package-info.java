/** A stream of articles that is known in advance. */
@NullMarked
package io.keeling.verifier.workload;

import org.jspecify.annotations.NullMarked;
