/** Checks an installation for an operator, each check within bounded time. */
@NullMarked
package io.keeling.app.doctor;

import org.jspecify.annotations.NullMarked;
