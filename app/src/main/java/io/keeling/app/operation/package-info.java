/** Carries out what operators do on the desk's pages. */
@NullMarked
package io.keeling.app.operation;

import org.jspecify.annotations.NullMarked;
