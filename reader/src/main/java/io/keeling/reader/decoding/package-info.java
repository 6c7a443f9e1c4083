/** Which characters the bytes of a page are. */
@NullMarked
package io.keeling.reader.decoding;

import org.jspecify.annotations.NullMarked;
