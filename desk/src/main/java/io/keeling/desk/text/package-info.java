/** Article text as it is shown. */
@NullMarked
package io.keeling.desk.text;

import org.jspecify.annotations.NullMarked;
