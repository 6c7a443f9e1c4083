/** Records that could not be processed, and their origin. */
@NullMarked
package io.keeling.contract.deadletter;

import org.jspecify.annotations.NullMarked;
