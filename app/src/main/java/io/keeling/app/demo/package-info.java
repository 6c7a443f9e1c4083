/** The whole pipeline in one process, reading the fictional press. */
@NullMarked
package io.keeling.app.demo;

import org.jspecify.annotations.NullMarked;
