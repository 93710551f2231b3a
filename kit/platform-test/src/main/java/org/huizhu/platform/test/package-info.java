/** What tests of every module need: the house rules, and a builder for facts. Tests of the platform itself live here. */
@NullMarked
package org.huizhu.platform.test;

import org.jspecify.annotations.NullMarked;
