/** Work on many inputs at once, in their order and each within its deadline. */
@NullMarked
package io.keeling.app.batch;

import org.jspecify.annotations.NullMarked;
