/** Works on many inputs in parallel, keeping their order, each within its deadline. */
@NullMarked
package io.keeling.app.batch;

import org.jspecify.annotations.NullMarked;
