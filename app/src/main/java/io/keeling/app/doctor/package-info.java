/** Asks what an operator would ask of an installation, each within bounded time. */
@NullMarked
package io.keeling.app.doctor;

import org.jspecify.annotations.NullMarked;
