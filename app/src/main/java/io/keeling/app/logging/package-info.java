/** Decides what is logged and what of the libraries' logs is dropped. */
@NullMarked
package io.keeling.app.logging;

import org.jspecify.annotations.NullMarked;
