/** Decides which network addresses may be contacted. */
@NullMarked
package io.keeling.runtime.address;

import org.jspecify.annotations.NullMarked;
