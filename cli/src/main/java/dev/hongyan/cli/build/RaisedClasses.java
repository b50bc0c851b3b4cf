// SPDX-License-Identifier: Apache-2.0
package dev.hongyan.cli.build;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Writes old classes anew, in the form of a Java that the AOT cache takes. The classes themselves
 * stay as they are.
 */
final class RaisedClasses {

  /** The cache takes no class, and none that knows such a class, from before Java 6. */
  private static final int OLDEST_TAKEN = ClassFile.JAVA_6_VERSION;

  private static final ClassFile CLASS_FILE =
      ClassFile.of(
          StackMapsOption.GENERATE_STACK_MAPS,
          ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofResourceParsing(RaisedClasses.class.getClassLoader())));

  private RaisedClasses() {}

  /** Raises the classes of a jar, which must be on the class path. */
  static void raise(Path jar) throws IOException {
    Path raised = Files.createTempFile(jar.toAbsolutePath().getParent(), "raised", ".tmp");
    try (JarFile from = new JarFile(jar.toFile());
        JarOutputStream to = new JarOutputStream(Files.newOutputStream(raised))) {
      for (Enumeration<JarEntry> entries = from.entries(); entries.hasMoreElements(); ) {
        copy(from, entries.nextElement(), to);
      }
    }
    // Not into the old one: this JVM has it open.
    Files.move(raised, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copy(JarFile from, JarEntry entry, JarOutputStream to) throws IOException {
    to.putNextEntry(new JarEntry(entry.getName()));
    try (InputStream in = from.getInputStream(entry)) {
      byte[] bytes = in.readAllBytes();
      to.write(entry.getName().endsWith(".class") ? raised(bytes) : bytes);
    }
    to.closeEntry();
  }

  private static byte[] raised(byte[] bytes) {
    ClassModel old = CLASS_FILE.parse(bytes);
    return old.majorVersion() < OLDEST_TAKEN ? CLASS_FILE.transformClass(old, raising()) : bytes;
  }

  private static ClassTransform raising() {
    ClassTransform version =
        (builder, element) -> {
          ClassElement kept =
              element instanceof ClassFileVersion
                  ? ClassFileVersion.of(ClassFile.latestMajorVersion(), 0)
                  : element;
          builder.with(kept);
        };
    // Newer classes tell the verifier more about their code: it has to be written anew for that.
    return version.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL));
  }
}
