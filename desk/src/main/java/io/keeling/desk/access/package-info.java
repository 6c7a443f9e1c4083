/** Who is asking, and what they may: what the rest of the desk needs to know of it. */
@NullMarked
package io.keeling.desk.access;

import org.jspecify.annotations.NullMarked;
