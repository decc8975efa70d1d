# What `cmake --install --component program` puts where: the program, and what it writes about itself: its manual page and the completions
# of three shells.

include(GNUInstallDirs)

# Runs the program with `arguments` and installs its output as a file.
function(limbeck_install_output arguments folder name)
  install(CODE "
    set(folder \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${folder}\")
    file(MAKE_DIRECTORY \"\${folder}\")
    message(STATUS \"Installing: \${folder}/${name}\")
    execute_process(COMMAND \"$<TARGET_FILE:limbeck_program>\" ${arguments} OUTPUT_FILE \"\${folder}/${name}\"
                    COMMAND_ERROR_IS_FATAL ANY)" COMPONENT program)
endfunction()

function(limbeck_install_program)
  if(NOT TARGET limbeck_program)
    return()
  endif()
  install(TARGETS limbeck_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
  limbeck_install_output("help --man" ${CMAKE_INSTALL_MANDIR}/man1 limbeck.1)
  limbeck_install_output("completion bash" ${CMAKE_INSTALL_DATADIR}/bash-completion/completions limbeck)
  limbeck_install_output("completion zsh" ${CMAKE_INSTALL_DATADIR}/zsh/site-functions _limbeck)
  limbeck_install_output("completion fish" ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d limbeck.fish)
endfunction()
