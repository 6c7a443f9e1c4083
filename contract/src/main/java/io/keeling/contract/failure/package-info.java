/** What the causes of a failure say. */
@NullMarked
package io.keeling.contract.failure;

import org.jspecify.annotations.NullMarked;
