/** Which addresses of the network may be asked at all. */
@NullMarked
package io.keeling.runtime.address;

import org.jspecify.annotations.NullMarked;
