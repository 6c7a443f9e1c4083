/** What the causes of a failure say. */
@NullMarked
package io.keeling.runtime.failure;

import org.jspecify.annotations.NullMarked;
