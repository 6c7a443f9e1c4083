/** Code for the settings of all roles. */
@NullMarked
package io.keeling.runtime.config;

import org.jspecify.annotations.NullMarked;
