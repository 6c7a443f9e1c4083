/** What is logged, and what of the libraries is not. */
@NullMarked
package io.keeling.app.logging;

import org.jspecify.annotations.NullMarked;
