/** New articles as they come. */
@NullMarked
package io.keeling.desk.live;

import org.jspecify.annotations.NullMarked;
