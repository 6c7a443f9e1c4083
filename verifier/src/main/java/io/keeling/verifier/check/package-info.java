/** Compares topics and tables with what a workload must lead to. */
@NullMarked
package io.keeling.verifier.check;

import org.jspecify.annotations.NullMarked;
