/** How two wordings differ. */
@NullMarked
package io.keeling.desk.diff;

import org.jspecify.annotations.NullMarked;
