# cmake -D COMPILER=g++ -D OPTIONS=-fmax-errors=0 -D INCLUDE=include -P temporaries.cmake
#
# Compiles temporaries.cpp. If text() returns a reference, it must compile; if text() returns a
# temporary string, each line that calls text() must be an error. For each deleted overload in the
# headers, the compiler must print its line, with the comment that says what to do. This also shows
# that each overload is tested.

set(source ${CMAKE_CURRENT_LIST_DIR}/temporaries.cpp)
set(hint "it would dangle: keep the string in a variable first")

function(compile result_of_text)
    execute_process(
        COMMAND ${COMPILER} -std=c++20 -w -fsyntax-only ${OPTIONS} -I ${INCLUDE}
                "-DRESULT=${result_of_text}" ${source}
        RESULT_VARIABLE status ERROR_VARIABLE errors OUTPUT_VARIABLE errors)
    string(REGEX REPLACE "[][;]" "_" errors "${errors}") # they have a meaning in lists
    set(status ${status} PARENT_SCOPE)
    set(errors "${errors}" PARENT_SCOPE)
endfunction()

compile("std::string const&")
if(NOT status EQUAL 0)
    message(FATAL_ERROR "with text() as a reference, it must compile:\n${errors}")
endif()

file(READ ${source} lines)
string(REGEX REPLACE "[][;]" "_" lines "${lines}")
string(REPLACE "\n" ";" lines "${lines}")
foreach(result_of_text "std::string" "std::string const")
    compile("${result_of_text}")
    set(number 0)
    foreach(line IN LISTS lines)
        math(EXPR number "${number} + 1")
        if(line MATCHES "\\(void\\).*text\\(\\)" AND
           NOT errors MATCHES "temporaries\\.cpp:${number}:[0-9]+: error:")
            message(SEND_ERROR "line ${number} compiles with a ${result_of_text}: ${line}")
        endif()
    endforeach()

    file(GLOB_RECURSE headers RELATIVE ${INCLUDE} ${INCLUDE}/*.hpp)
    foreach(header IN LISTS headers)
        file(READ ${INCLUDE}/${header} text)
        string(REGEX MATCHALL "template <owning_temporary T>" deleted "${text}")
        string(REGEX MATCHALL "${header}:[0-9]+:[0-9]+: note: [^\n]*\n[^\n]*${hint}" hints "${errors}")
        list(TRANSFORM hints REPLACE ":[0-9]+: note:.*" "")
        list(REMOVE_DUPLICATES hints)
        list(LENGTH deleted expected)
        list(LENGTH hints printed)
        if(printed LESS expected)
            message(SEND_ERROR "${header}: of ${expected} overloads that refuse temporaries, "
                    "${printed} are refused in temporaries.cpp with \"${hint}\" in the message")
        endif()
    endforeach()
endforeach()
