# Runs a port with stand-ins for the functions of vcpkg that it calls.
# usage: cmake -D PORT=portfile.cmake -D BUILD=folder -D PACKAGE=folder -P vcpkg.cmake

set(CURRENT_PACKAGES_DIR ${PACKAGE})

function(run)
    execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(vcpkg_cmake_configure)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" SOURCE_PATH OPTIONS)
    run(${CMAKE_COMMAND} -S ${arg_SOURCE_PATH} -B ${BUILD} ${arg_OPTIONS})
endfunction()

function(vcpkg_cmake_install)
    run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${PACKAGE})
endfunction()

# Moves the files one folder up, so the prefix is one folder nearer.
function(vcpkg_cmake_config_fixup)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" CONFIG_PATH "")
    file(RENAME ${PACKAGE}/${arg_CONFIG_PATH} ${PACKAGE}/share/foldwise)
    file(READ ${PACKAGE}/share/foldwise/foldwiseConfig.cmake text)
    set(up "get_filename_component(_IMPORT_PREFIX \"\${_IMPORT_PREFIX}\" PATH)\n")
    string(REPLACE "${up}${up}" "${up}" text "${text}")
    file(WRITE ${PACKAGE}/share/foldwise/foldwiseConfig.cmake "${text}")
endfunction()

function(vcpkg_fixup_pkgconfig)
endfunction()

function(vcpkg_install_copyright)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "" FILE_LIST)
    file(COPY_FILE ${arg_FILE_LIST} ${PACKAGE}/share/foldwise/copyright)
endfunction()

include(${PORT})
